import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../platform/navigation'
import { PAGES } from '../platform/pages'
import { agreeToPrivacy, PRIVACY_BUTTON_ID } from '../platform/privacy'
import { IS_WEAPP } from '../platform/target'
import { Button, TextButton } from './button'
import { Heading } from './heading'
import { Notice } from './notice'
import { uiText } from './text'
import { WechatAgreeButton } from './wechat-button'

const SECTIONS = [
  {
    title: '我们收集什么',
    text: '登录用的微信标识或手机号；您实名时填写的姓名和身份证号；您的预约；您查询、关注的办件；您打开的健康码和证照；您添加的家人；您的求助和委托，当面办委托时拍的双方身份证；登录设备的名称。选网点时的位置只在手机上用，不发给我们。',
  },
  {
    title: '用来做什么',
    text: '只用来确认是您本人、替您向办理部门查询和提交，以及通知您办件的变化、别人替您办了什么。不做广告，不提供给无关的人。',
  },
  { title: '怎样保管', text: '敏感内容加密保存。每次使用都有记录，您随时可以查看、导出，也可以注销账号，注销后立即删除。' },
] as const

/** Comes before anything else: nothing is sent and nothing is kept until the person agrees. */
export function PrivacyConsent() {
  const [refused, setRefused] = useState(false)
  return (
    <View className="ov-stack">
      <Text>办事要用到您的一些个人信息。同意以后才能使用；不同意也可以带身份证到政务服务大厅的窗口办理，一样能办。</Text>
      {SECTIONS.map((section) => (
        <View key={section.title}>
          <Heading>{section.title}</Heading>
          <Text>{section.text}</Text>
        </View>
      ))}
      <TextButton role="link" onPress={() => void go(PAGES.privacy)}>
        {uiText.privacyNotice}
      </TextButton>
      {refused && (
        <Notice title="好的，没有收集您的任何信息" announce>
          <Text>您可以先看看服务介绍，或关掉这个页面，到大厅窗口办理。改变主意时，再打开看一看就行。</Text>
          <TextButton role="link" onPress={() => void go(PAGES.about)}>
            看服务介绍
          </TextButton>
        </Notice>
      )}
      {IS_WEAPP ? (
        <WechatAgreeButton id={PRIVACY_BUTTON_ID} onAgree={agreeToPrivacy}>
          同意，开始使用
        </WechatAgreeButton>
      ) : (
        <Button onPress={agreeToPrivacy}>同意，开始使用</Button>
      )}
      <Button
        kind="secondary"
        onPress={() => {
          setRefused(true)
        }}
      >
        暂不同意
      </Button>
    </View>
  )
}
