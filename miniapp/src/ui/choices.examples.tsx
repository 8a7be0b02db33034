import { useState } from 'react'
import { Checkbox, RadioGroup, Switch } from './choices'
import { doNothing, type Example } from './example'

type Way = 'password' | 'id_last_four'

function RadioExample({ start, error }: { start: Way | null; error?: string }) {
  const [value, setValue] = useState<Way | null>(start)
  return (
    <RadioGroup
      name="way"
      label="用什么查？"
      hint="两样都在受理回执上"
      error={error}
      choices={[
        { value: 'password', title: '查询密码' },
        { value: 'id_last_four', title: '身份证后四位', hint: '只能查自己的，需要先登录' },
      ]}
      value={value}
      onChange={setValue}
    />
  )
}

function TickExample({ kind, start }: { kind: 'checkbox' | 'switch'; start: boolean }) {
  const [checked, setChecked] = useState(start)
  const Tick = kind === 'checkbox' ? Checkbox : Switch
  return <Tick name="tick" title={kind === 'checkbox' ? '我已核对' : '长辈版'} checked={checked} onChange={setChecked} />
}

export const choiceExamples: readonly Example[] = [
  { name: '单选', render: () => <RadioExample start={null} /> },
  { name: '单选，已选', render: () => <RadioExample start="password" /> },
  { name: '单选，漏选', render: () => <RadioExample start={null} error="请选一种" /> },
  { name: '勾选', render: () => <TickExample kind="checkbox" start={false} /> },
  { name: '勾选，已勾', render: () => <TickExample kind="checkbox" start /> },
  {
    name: '勾选，现在不能改',
    render: () => <Checkbox name="off" title="现在不能改" checked={false} onChange={doNothing} disabled />,
  },
  { name: '开关，开', render: () => <TickExample kind="switch" start /> },
]
