import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { aVisit } from '../../testing/board'
import { makeNarrow, makeWide, renderForStaff } from '../../testing/staff'
import DayListPage from './index'

const TAKE = 'POST /v1/staff/visit-lists'

interface Saved {
  name: string
  blob: Blob
}

/** What the browser is given to save. */
function watchDownloads(): Saved[] {
  const blobs: Blob[] = []
  const saved: Saved[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${String(blobs.push(blob))}`, revokeObjectURL: () => undefined })
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.at(-1)! })
  })
  return saved
}

const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(Buffer.from(reader.result as ArrayBuffer).toString('utf8'))
    }
    reader.readAsArrayBuffer(blob)
  })

afterEach(() => {
  jest.restoreAllMocks()
  makeNarrow()
})

async function take(items = [aVisit({ elder: true })]): Promise<void> {
  renderForStaff(<DayListPage />)
  fillIn('用来做什么？', '停电备用')
  fakeBff.replies(TAKE, { items })
  press('取出名单')
  await screen.findByText(/^共 1 个预约|这一天没有预约/)
}

test('nothing is taken without a reason', () => {
  renderForStaff(<DayListPage />)
  press('取出名单')
  expect(screen.getByRole('alert').textContent).toContain('请写明原因')
  expect(fakeBff.received(TAKE)).toHaveLength(0)
})

test('the list is saved as a table for a spreadsheet', async () => {
  const saved = watchDownloads()
  await take()
  expect(fakeBff.received(TAKE)[0]?.body).toEqual({ office: 'hall', date: '2026-11-23', reason: '停电备用' })
  press('保存为表格文件')
  expect(await screen.findByText('已保存')).toBeTruthy()
  expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([['预约名单-2026-11-23.csv', 'text/csv;charset=utf-8']])
  expect(await textOf(saved[0]!.blob)).toBe(
    '\uFEFF时间,办什么,预约号,姓名,身份证号,手机号,状态,排队号,怎么约的\r\n' +
      '09:00–09:30,户籍业务,1123 482 905,王*英（长辈）,430224********1245,138****0001,已预约,,手机预约\r\n',
  )
})

test('a file that could not be saved is said to be missing', async () => {
  Object.assign(URL, {
    createObjectURL: () => {
      throw new Error('full')
    },
  })
  await take()
  press('保存为表格文件')
  expect(await screen.findByText('没有保存成功，请再试一次')).toBeTruthy()
})

test('what is printed has the office, the day and every visit', async () => {
  makeWide()
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
  await take()
  expect(await screen.findByText('茶陵县政务服务中心 11月23日 周一 预约名单')).toBeTruthy()
  expect(screen.getByRole('table', { name: '名单' })).toBeTruthy()
  expect(screen.getAllByRole('columnheader')).toHaveLength(9)
  press('打印')
  expect(print).toHaveBeenCalledTimes(1)
})

test('an empty day says so', async () => {
  await take([])
  expect(screen.getByText('这一天没有预约')).toBeTruthy()
})
