import { press, sees } from './hands'
import { visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys()

test('where the app cannot speak, each elder’s page says how the phone can, and keeps its telephone', async () => {
  const app = await journey.open(visitor('wangxiuying'))
  expect(app.text()).not.toContain('想听这一页')
  await press(app, /^长辈版/, 'switch')
  await press(app, '想听这一页')
  await sees(app, /这里不能直接朗读.*请在手机“设置”的“辅助功能”里打开屏幕朗读，或者打电话问。/)
  await press(app, '办到哪一步了', 'link')
  await press(app, '想听这一页')
  await sees(app, /这里不能直接朗读/)
  app.getByRole('button', { name: /^打电话问/ })
})
