export const helpText = {
  title: '找人帮忙',
  phone: '打电话',
  phoneWhy: '说清您要办什么事，工作人员会告诉您带什么、到哪里办。',
  call: (phone: string) => `打电话：${phone}`,
  hours: (hours: string) => `接听时间：${hours}`,
  counter: '到窗口',
  counterWhy: '带上身份证，到县政务服务大厅或乡镇、村的便民服务中心，窗口工作人员当面帮您办。去之前可以先打电话问地址和时间。',
  family: '请家人帮忙',
  familyWhy: '家人可以用受理回执上的编号和查询密码，在自己的手机上帮您查进度。',
} as const
