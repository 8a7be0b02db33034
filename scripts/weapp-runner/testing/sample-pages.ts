const home = {
  'pages/home/index.json': JSON.stringify({ usingComponents: { 'case-card': '/components/case-card/index' } }),
  'pages/home/index.wxss': '@import "../../app.wxss";',
  'pages/home/index.wxml': `
<wxs module="words" src="../../words.wxs"/>
<view class="page">
  <text id="greeting">{{words.greet(name)}}</text>
  <block wx:for="{{cases}}" wx:key="number">
    <case-card number="{{item.number}}" bindfollow="handleFollow"><text>更多</text></case-card>
  </block>
  <text id="followed">{{followed}}</text>
  <button id="book" aria-label="预约" bindtap="handleBook">去预约</button>
  <button id="lost" bindtap="noSuchMethod">坏按钮</button>
  <button id="off" disabled="{{true}}" bindtap="handleBook">不可用</button>
  <navigator id="to-form" url="/pages/form/index?from=home">填表</navigator>
  <button aria-hidden="{{true}}">看不见</button>
</view>`,
  'pages/home/index.js': `
const { shout } = require('../../text.js')
Page({
  data: { name: '', cases: [], followed: '' },
  onLoad() {
    this.setData({ name: shout('王秀英') })
    this.setData({ cases: [{ number: 'A1' }, { number: 'A2' }] })
  },
  handleFollow(event) { this.setData({ followed: '已关注 ' + event.detail.number }) },
  handleBook() { wx.navigateTo({ url: '/packages/slots/list/index?day=2026-11-21' }) },
})`,
}

const card = {
  'components/case-card/index.json': JSON.stringify({ component: true }),
  'components/case-card/index.wxml':
    '<view class="card">{{number}} {{state}}<button bindtap="follow">关注 {{number}}</button><slot/></view>',
  'components/case-card/index.js': `
Component({
  properties: { number: String },
  data: { state: '' },
  lifetimes: { attached() { this.setData({ state: '办理中' }) } },
  methods: { follow() { this.triggerEvent('follow', { number: this.data.number }) } },
})`,
}

const me = {
  'pages/me/index.json': '{}',
  'pages/me/index.wxml': `
<view><text id="shown">{{shown}}</text>
  <button bindtap="copy">复制</button>
  <view wx:if="{{asking}}"><button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agreed">同意</button>
    <button bindtap="refused">不同意</button></view>
</view>`,
  'pages/me/index.js': `
let resolve
Page({
  data: { shown: '', asking: false },
  onLoad() {
    wx.onNeedPrivacyAuthorization((answer) => { resolve = answer; this.setData({ asking: true }) })
  },
  copy() {
    wx.setClipboardData({
      data: 'A1',
      success: () => this.setData({ shown: '已复制' }),
      fail: ({ errno, errMsg }) => this.setData({ shown: errno + ' ' + errMsg }),
    })
  },
  agreed() { this.setData({ asking: false }); resolve({ event: 'agree', buttonId: 'agree' }) },
  refused() { this.setData({ asking: false }); resolve({ event: 'disagree' }) },
})`,
}

const form = {
  'pages/form/index.json': '{}',
  'pages/form/index.wxml': `
<form bindsubmit="handleSubmit">
  <label for="name">姓名</label><input id="name" name="name" maxlength="4" value="{{name}}" bindinput="handleName"/>
  <label>办事说明<textarea name="note"/></label>
  <radio-group name="office"><label><radio value="east"/>城东</label><label><radio value="west"/>城西</label></radio-group>
  <checkbox-group name="papers"><label><checkbox value="id" checked="{{true}}"/>身份证</label><label><checkbox value="book"/>户口簿</label></checkbox-group>
  <switch id="sms" name="sms"/>
  <picker id="day" name="day" mode="date" bindchange="handleDay"><view>{{day}}</view></picker>
  <button form-type="submit">提交</button>
</form>
<text id="result">{{result}}</text>`,
  'pages/form/index.js': `
Page({
  data: { name: '', day: '', result: '', from: '' },
  onLoad(query) { this.setData({ from: query.from || '' }) },
  handleName(event) { this.setData({ name: event.detail.value }) },
  handleDay(event) { this.setData({ day: event.detail.value }) },
  handleSubmit(event) { this.setData({ result: JSON.stringify(event.detail.value) }) },
})`,
}

const phone = {
  'pages/phone/index.json': '{}',
  'pages/phone/index.wxml': `
<button open-type="getPhoneNumber" bindgetphonenumber="handlePhone">手机号登录</button>
<button bindtap="subscribe">订阅</button><button bindtap="subscribeLate">稍后订阅</button><text id="said">{{said}}</text>`,
  'pages/phone/index.js': `
const ask = (page) => wx.requestSubscribeMessage({
  tmplIds: ['t1'],
  success: (answer) => page.setData({ said: answer.t1 }),
  fail: (failure) => page.setData({ said: failure.errMsg }),
})
Page({
  data: { said: '' },
  handlePhone(event) { this.setData({ said: event.detail.code || event.detail.errMsg }) },
  subscribe() { ask(this) },
  subscribeLate() { setTimeout(() => ask(this), 20) },
})`,
}

const slots = {
  'packages/slots/list/index.json': '{}',
  'packages/slots/list/index.wxml':
    '<view>{{day}} 可约<button bindtap="more">再开一页</button><view bindtap="toForm">填表</view></view>',
  'packages/slots/list/index.js': `
require('../times.js')
Page({
  data: { day: '' },
  onLoad(query) { this.setData({ day: query.day }) },
  more() { wx.navigateTo({ url: '/packages/slots/list/index?day=next', fail() {} }) },
  toForm() { wx.redirectTo({ url: '/pages/form/index' }) },
})`,
  'packages/slots/times.js': 'module.exports = { first: "09:00" }',
}

/** Files of the sample package by path; app.json, icons and styles are added by `makeSamplePackage`. */
export const samplePages: Record<string, string> = {
  'app.js': 'App({ onLaunch() { this.globalData.started = true }, toPhone() { wx.navigateTo({ url: "/pages/phone/index" }) } })',
  'text.js': 'module.exports = { shout: (text) => text + "！", phone: "/pages/phone/index" }',
  'words.wxs': 'module.exports = { greet: function (name) { return "您好，" + name } }',
  ...home,
  ...card,
  ...me,
  ...form,
  ...phone,
  ...slots,
}
