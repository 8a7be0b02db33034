import { homeScript, withSampleApp } from './testing/running'

const FORM = { start: 'pages/form/index' }

test('a form submits what was typed and chosen', () =>
  withSampleApp(
    async (app) => {
      await app.input('#name', '王秀英')
      await app.input('textarea', '换证')
      await app.tap('城西')
      await app.tap('户口簿')
      await app.tap('#sms')
      await app.change('#day', '2026-11-21')
      await app.tap(app.getByRole('button', { name: '提交' }))
      expect(
        JSON.parse(
          app
            .getByText(/^\{/)
            .children.map((child) => (child.kind === 'text' ? child.text : ''))
            .join(''),
        ),
      ).toEqual({
        name: '王秀英',
        note: '换证',
        office: 'west',
        papers: ['id', 'book'],
        sms: true,
        day: '2026-11-21',
      })
      expect(app.report.errors).toEqual([])
    },
    {},
    FORM,
  ))

test('typing is cut to maxlength, and to 140 characters without one', () =>
  withSampleApp(
    async (app) => {
      await app.input('#name', '欧阳娜娜娜')
      await app.input('textarea', '长'.repeat(150))
      expect(app.data.name).toBe('欧阳娜娜')
      await app.tap('button')
      expect(app.data.result).toContain(`"note":"${'长'.repeat(140)}"`)
    },
    {},
    FORM,
  ))

test('fields are found by role and by their label', () =>
  withSampleApp(
    async (app) => {
      expect(app.getByRole('textbox', { name: '姓名' }).attrs.id).toBe('name')
      expect(app.getByRole('textbox', { name: /说明/ }).tag).toBe('textarea')
      expect(app.findAllByRole('radio').map(({ attrs }) => attrs.value)).toEqual(['east', 'west'])
      await app.settle()
    },
    {},
    FORM,
  ))

test('a custom component receives properties, keeps its own data, and sends events up', () =>
  withSampleApp(async (app) => {
    expect(app.findAll('.card').map(({ parent }) => parent?.tag)).toEqual(['case-card', 'case-card'])
    expect(app.findAllByText(/^A2 办理中关注 A2$/)).toHaveLength(0)
    expect(app.text()).toContain('A2 办理中关注 A2更多')
    await app.tap('关注 A2')
    expect(app.getByText('已关注 A2').attrs.id).toBe('followed')
  }))

test('aria attributes decide names, and what is hidden has no role', () =>
  withSampleApp(async (app) => {
    expect(app.getByRole('button', { name: '预约' }).attrs).toMatchObject({ ariaLabel: '预约', id: 'book' })
    expect(app.findAllByRole('button', { name: '看不见' })).toEqual([])
    await app.settle()
  }))

test('what is hidden from screen readers is in no name, though it can be seen', () =>
  withSampleApp(
    async (app) => {
      expect(app.getByRole('radio', { name: '城东' }).attrs.id).toBe('east')
      expect(app.text()).toBe('●城东')
      await app.settle()
    },
    homeScript('', '<view id="east" aria-role="radio"><text aria-hidden="true">●</text>城东</view>'),
  ))

test('errors of finders say what there is', () =>
  withSampleApp(async (app) => {
    expect(() => app.getByRole('button', { name: '取消' })).toThrow(/nothing is a button named 取消[\s\S]*button "预约"/)
    expect(() => app.getByRole('button')).toThrow(/elements are a button, one was expected/)
    expect(() => app.getByText('没有')).toThrow(/nothing is of text 没有[\s\S]*您好，王秀英/)
    await expect(app.tap('#nowhere')).rejects.toThrow(/nothing is at "#nowhere"/)
  }))

test('a disabled button cannot be tapped', () =>
  withSampleApp(async (app) => {
    await expect(app.tap('#off')).rejects.toThrow(/the button is disabled/)
    expect(app.stack).toHaveLength(1)
  }))

test('catch stops an event, bind lets it rise', () =>
  withSampleApp(
    async (app) => {
      await app.tap('#bound')
      expect(app.data.heard).toEqual(['inner', 'outer'])
      await app.tap('#caught')
      expect(app.data.heard).toEqual(['inner', 'outer', 'inner'])
    },
    homeScript(
      `heard: [], inner(event) { this.add('inner') }, outer() { this.add('outer') },
       add(who) { this.heard.push(who); this.setData({ heard: this.heard }) }`,
      '<view bindtap="outer"><view id="bound" bindtap="inner">一</view><view id="caught" catchtap="inner">二</view></view>',
    ),
  ))

test('waitFor polls until the page says so, and ends with its last error', () =>
  withSampleApp(async (app) => {
    await app.waitForText('办好了')
    await expect(app.waitFor(() => app.getByText('没有'), 30)).rejects.toThrow(/nothing is of text 没有/)
    await expect(app.waitFor(() => false, 0)).rejects.toThrow(/not true within 0 ms/)
  }, homeScript("onLoad() { setTimeout(() => this.setData({ said: '办好了' }), 100) }")))

test('a selector query finds elements and a canvas takes drawing', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('qr 300')
      expect(app.summary()[0]?.canvasCalls).toBe(2)
    },
    homeScript(
      `onReady() {
        wx.createSelectorQuery().select('#qr').fields({ node: true, size: true }).exec(([found]) => {
          const context = found.node.getContext('2d')
          context.fillStyle = '#000'
          context.clearRect(0, 0, 1, 1)
          context.fillRect(0, 0, 1, 1)
          this.setData({ said: found.id + ' ' + found.width })
        })
      }`,
      '<canvas id="qr" type="2d"></canvas><view>{{said}}</view>',
    ),
  ))
