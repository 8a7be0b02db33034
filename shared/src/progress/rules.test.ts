import { CASE_STATUSES, CASE_STATUS_TEXT, isFinalCaseStatus, nextStepOf } from './rules'

test('a case that is ready says where to collect it, or to ask when nobody said', () => {
  expect(nextStepOf({ status: 'ready', place: '县政务服务中心一楼' })).toBe('请带身份证到县政务服务中心一楼领取。')
  expect(nextStepOf({ status: 'ready', place: null })).toContain('打电话')
})

test.each(CASE_STATUSES)('%s tells the person something in plain words', (status) => {
  expect(nextStepOf({ status, place: null })).toBe(CASE_STATUS_TEXT[status].next)
  expect(CASE_STATUS_TEXT[status].title).not.toBe('')
})

test('only what cannot change any more is final', () => {
  expect(CASE_STATUSES.filter(isFinalCaseStatus)).toEqual(['delivered', 'rejected', 'withdrawn'])
})
