import { Button, TextButton } from './button'
import { doNothing, type Example } from './example'

export const buttonExamples: readonly Example[] = [
  { name: '主要按钮', render: () => <Button onPress={doNothing}>提交申请</Button> },
  {
    name: '次要按钮',
    render: () => (
      <Button kind="secondary" onPress={doNothing}>
        换一个时间
      </Button>
    ),
  },
  {
    name: '不能撤回的按钮',
    render: () => (
      <Button kind="danger" onPress={doNothing}>
        注销账号
      </Button>
    ),
  },
  {
    name: '正在提交',
    render: () => (
      <Button onPress={doNothing} busy>
        提交申请
      </Button>
    ),
  },
  {
    name: '现在不能用',
    render: () => (
      <Button onPress={doNothing} disabled>
        提交申请
      </Button>
    ),
  },
  {
    name: '文字按钮',
    render: () => (
      <TextButton icon="phone" onPress={doNothing}>
        打电话问
      </TextButton>
    ),
  },
]
