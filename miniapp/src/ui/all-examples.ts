import { buttonExamples } from './button.examples'
import { choiceExamples } from './choices.examples'
import { doorExamples } from './doors.examples'
import type { Example } from './example'
import { fieldExamples } from './field.examples'
import { listExamples } from './lists.examples'
import { slipExamples } from './mandate-slip.examples'
import { loadingExamples, noticeExamples, outcomeExamples, tagExamples } from './notice.examples'
import { visitExamples } from './visit.examples'

/** Every component in every state, for the gallery and for the test that renders them all. */
export const allExamples: readonly { title: string; examples: readonly Example[] }[] = [
  { title: '按钮', examples: buttonExamples },
  { title: '入口', examples: doorExamples },
  { title: '填写', examples: fieldExamples },
  { title: '选择', examples: choiceExamples },
  { title: '提示', examples: noticeExamples },
  { title: '状态', examples: tagExamples },
  { title: '等待', examples: loadingExamples },
  { title: '结果', examples: outcomeExamples },
  { title: '列表', examples: listExamples },
  { title: '预约', examples: visitExamples },
  { title: '委托', examples: slipExamples },
]
