import { useState } from 'react'
import { CodeField } from './code-field'
import { DateField } from './date-field'
import { doNothing, type Example } from './example'
import { Field, type FieldProps } from './field'
import { PersonFields } from './person-fields'

function FieldExample(props: Omit<FieldProps, 'value' | 'onChange'> & { start?: string }) {
  const { start = '', ...field } = props
  const [value, setValue] = useState(start)
  return <Field {...field} value={value} onChange={setValue} />
}

function CodeExample({ againAt, sending = false }: { againAt: number | null; sending?: boolean }) {
  const [value, setValue] = useState('')
  return (
    <CodeField
      name="code"
      label="短信验证码"
      hint="6 位数字，5 分钟内有效"
      value={value}
      onChange={setValue}
      onSend={doNothing}
      sending={sending}
      againAt={againAt}
      length={6}
    />
  )
}

function DateExample({ start = '', ...field }: { error?: string; start?: string; optional?: boolean }) {
  const [value, setValue] = useState(start)
  return (
    <DateField name="left" label="哪一天离开原单位" hint="比如 2024 年 3 月 5 日" {...field} value={value} onChange={setValue} />
  )
}

const PERSON = { name: { label: '姓名', hint: '和身份证上一样' }, residentId: { label: '身份证号', hint: '18 位' } }

function PersonExample() {
  const [values, setValues] = useState({ name: '王秀英', residentId: '4302' })
  return (
    <PersonFields
      text={PERSON}
      values={values}
      errors={[{ name: 'residentId', message: '请填写正确的 18 位身份证号' }]}
      onChange={(field, typed) => setValues({ ...values, [field]: typed })}
    />
  )
}

export const fieldExamples: readonly Example[] = [
  { name: '一行文字', render: () => <FieldExample name="name" label="姓名" hint="和身份证上一样" kind="name" /> },
  { name: '手机号', render: () => <FieldExample name="phone" label="手机号" kind="phone" start="13800138000" /> },
  { name: '可以不填', render: () => <FieldExample name="note" label="补充说明" optional /> },
  {
    name: '填错了',
    render: () => (
      <FieldExample name="id" label="身份证号" hint="18 位" error="请填写正确的 18 位身份证号" kind="resident-id" start="4302" />
    ),
  },
  { name: '日期，可以不填', render: () => <DateExample optional /> },
  { name: '日期填错了', render: () => <DateExample start="2024-2-30" error="没有这一天，请核对年、月、日" /> },
  { name: '姓名和身份证号', render: () => <PersonExample /> },
  { name: '查询密码', render: () => <FieldExample name="password" label="查询密码" kind="password" start="1234" /> },
  { name: '验证码', render: () => <CodeExample againAt={null} /> },
  { name: '验证码正在发送', render: () => <CodeExample againAt={null} sending /> },
  { name: '验证码刚发过', render: () => <CodeExample againAt={Date.now() + 60_000} /> },
]
