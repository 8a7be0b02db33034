import { Doors } from './doors'
import { doNothing, type Example } from './example'
import { Heading } from './heading'
import { List, ListLink, SummaryList, TaskList, Timeline } from './lists'
import { Masked } from './masked'

export const listExamples: readonly Example[] = [
  { name: '小标题', render: () => <Heading>我关注的事</Heading> },
  {
    name: '可点开的列表',
    render: () => (
      <List label="我的办件">
        <ListLink title="居民身份证换领" hint="茶陵县公安局" tag={{ kind: 'active', text: '正在办理' }} onPress={doNothing} />
        <ListLink title="往来港澳通行证" onPress={doNothing} />
      </List>
    ),
  },
  {
    name: '分几步办',
    render: () => (
      <TaskList
        label="分两步"
        tasks={[
          { title: '填写基本情况', done: true, onPress: doNothing },
          { title: '上传材料', hint: '2 份', done: false, onPress: doNothing },
        ]}
      />
    ),
  },
  {
    name: '核对',
    render: () => (
      <SummaryList
        label="请核对"
        rows={[
          { label: '办件编号', value: 'CL-20261121-0007', onChange: doNothing },
          { label: '手机号', value: <Masked label="手机号" masked="138****8000" full="13800138000" /> },
        ]}
      />
    ),
  },
  {
    name: '进度',
    render: () => (
      <Timeline
        label="办理进度"
        steps={[
          { at: '2026-11-20T06:30:00.000Z', title: '正在办理', words: '审核中', note: '预计 3 个工作日' },
          { at: '2026-11-19T01:00:00.000Z', title: '已受理', words: '受理' },
        ]}
      />
    ),
  },
  {
    name: '六扇门',
    render: () => (
      <Doors
        doors={[
          { icon: 'health', title: '健康码', onPress: doNothing },
          { icon: 'licence', title: '我的证照', onPress: doNothing },
          { icon: 'calendar', title: '预约去大厅', onPress: doNothing },
          { icon: 'progress', title: '办到哪了', onPress: doNothing },
          { icon: 'help', title: '找人帮忙', onPress: doNothing },
          { icon: 'phone', title: '打电话', onPress: doNothing },
        ]}
      />
    ),
  },
]
