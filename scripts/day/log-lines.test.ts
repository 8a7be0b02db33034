import { warningOf } from './log-lines'

it.each([
  ['{"level":"info","msg":"request"}', null],
  [
    '{"level":"warn","msg":"the database does not answer","err":{"message":"ECONNREFUSED"}}',
    'the database does not answer: ECONNREFUSED',
  ],
  [
    '{"level":"error","msg":"a job failed","job":"outbox","err":{"message":"service_unavailable"}}',
    'a job failed: outbox: service_unavailable',
  ],
  ['Segmentation fault', 'a line that is not of the log'],
])('%s → %s', (line, warning) => {
  expect(warningOf(line)).toBe(warning)
})
