import { doorsFor } from './found-doors'

const titles = (query: string) => doorsFor(query).map(({ title }) => title)

test.each(['自助机', '24小时', '24 小时自助', '二十四小时', '晚上能办什么', '晚上', '下班后', '下班了去哪办', 'zizhuji', 'zzj'])(
  '%s finds the machines',
  (query) => {
    expect(titles(query)[0]).toBe('24 小时自助服务区')
  },
)

test.each(['大厅在哪里', '办事大厅', '便民服务中心', '附近办事的地方', '大厅几点开门'])('%s finds the places', (query) => {
  expect(titles(query)[0]).toBe('办事网点')
})

test.each(['身份证', 'sfz', '办', '医保报销', '老人走了', '上班', '护照到哪里办', '低保', '', 'xyzzy'])(
  '%s finds neither',
  (query) => {
    expect(titles(query)).toEqual([])
  },
)
