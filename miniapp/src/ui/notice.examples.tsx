import { localProblem, readProblem } from '../platform/api-problem'
import { ErrorSummary } from './error-summary'
import { doNothing, type Example } from './example'
import { LoadingStage } from './loading'
import { LastCopyNotice, Notice, ProblemNotice } from './notice'
import { RefusalContent, ResultContent } from './outcome-pages'
import { Tag } from './tag'

const down = readProblem({ code: 'department_unavailable', requestId: 'B7K2', detail: '公安系统暂时不能用' })

export const noticeExamples: readonly Example[] = [
  { name: '说明', render: () => <Notice title="周六上午也开门">茶陵县政务服务大厅，上午 9:00 到 11:30。</Notice> },
  { name: '办成了', render: () => <Notice kind="success" title="已关注" /> },
  { name: '要留意', render: () => <Notice kind="warning" title="登录快到期了" /> },
  { name: '没有成功', render: () => <ProblemNotice problem={down} onRetry={doNothing} /> },
  { name: '没有网络', render: () => <ProblemNotice problem={localProblem('offline')} onRetry={doNothing} /> },
  { name: '以前的结果', render: () => <LastCopyNotice asOf="2026-11-21T01:00:00.000Z" /> },
  {
    name: '错误汇总',
    render: () => (
      <ErrorSummary
        errors={[
          { name: 'phone', message: '请填写 11 位手机号' },
          { name: 'code', message: '请填写 6 位验证码' },
        ]}
      />
    ),
  },
]

export const tagExamples: readonly Example[] = [
  { name: '正在办', render: () => <Tag kind="active">正在办理</Tag> },
  { name: '办好了', render: () => <Tag kind="success">可以领取</Tag> },
  { name: '要您做', render: () => <Tag kind="warning">需要补正</Tag> },
  { name: '没通过', render: () => <Tag kind="danger">未通过</Tag> },
  { name: '停了', render: () => <Tag kind="quiet">已撤回</Tag> },
]

export const loadingExamples: readonly Example[] = (['skeleton', 'slow', 'choice'] as const).map((stage) => ({
  name: { skeleton: '等了 0.3 秒', slow: '等了 3 秒', choice: '等了 8 秒' }[stage],
  render: () => <LoadingStage stage={stage} what="公安系统" onRetry={doNothing} onLeave={doNothing} />,
}))

export const outcomeExamples: readonly Example[] = [
  {
    name: '办成以后',
    render: () => (
      <ResultContent
        number={{ label: '办件编号', value: 'CL-20261121-0007' }}
        next={['有变化时告诉您。', '不想再收，可以随时取消关注。']}
      />
    ),
  },
  { name: '办不成', render: () => <RefusalContent refusal={down} onRetry={doNothing} /> },
  { name: '办不成，正在再试', render: () => <RefusalContent refusal={down} onRetry={doNothing} retrying /> },
]
