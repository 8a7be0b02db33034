import type { ServiceItem } from '../../../platform/county-pack/items-file'

const DONE = [
  '申领',
  '换领',
  '补领',
  '变更',
  '注销',
  '登记',
  '备案',
  '年审',
  '查询',
  '证明开具',
  '延期',
  '转移',
  '报销',
  '缴费',
  '复核',
]
const THINGS = [
  ...['身份证', '户口簿', '居住证', '驾驶证', '行驶证', '护照', '社保卡', '医保关系', '养老金', '失业金', '公积金', '营业执照'],
  ...[
    '食品经营许可证',
    '不动产权证',
    '结婚证',
    '残疾证',
    '老年证',
    '教师资格证',
    '健康证',
    '学籍',
    '宅基地',
    '林木采伐证',
    '渔船证',
  ],
  ...[
    '取水许可证',
    '道路运输证',
    '烟草证',
    '施工许可证',
    '排污许可证',
    '公租房',
    '低保',
    '高龄补贴',
    '农机购置补贴',
    '土地承包证',
  ],
]
const WHO = [
  '本人',
  '子女',
  '父母',
  '企业',
  '个体户',
  '合作社',
  '外地户口',
  '外出务工人员',
  '退役军人',
  '残疾人',
  '学生',
  '新生儿',
  '港澳居民',
]
const WHY = ['丢了', '到期了', '名字写错了', '搬家了', '要用一下', '第一次办', '地址变了', '人不在本地', '被扣了', '老人走不动']
const DEPARTMENTS = ['公安', '人社', '医保', '市监', '自然资源', '民政', '卫健', '教育', '农业农村', '交通']

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T

/** A list of any size, always the same, to measure with; nothing of it is true. */
export function manyItems(count: number): ServiceItem[] {
  return Array.from({ length: count }, (_, number) => {
    const [done, rest] = [pick(DONE, number), Math.floor(number / DONE.length)]
    const [thing, who] = [pick(THINGS, rest), pick(WHO, Math.floor(rest / THINGS.length))]
    const round = Math.floor(number / (DONE.length * THINGS.length * WHO.length))
    const name = `${who}${thing}${done}${round === 0 ? '' : `（${round + 1}）`}`
    return {
      ...{
        id: `made-${number}`,
        name,
        aliases: [`${thing}${pick(WHY, number)}`, `${who}的${thing}要${done}`, `${thing}${done}怎么办`],
      },
      ...{
        summary: `给${who}办${thing}${done}。`,
        who: `${who}。`,
        audience: 'people',
        department: pick(DEPARTMENTS, number),
        code: null,
      },
      ...{
        documents: [],
        fee: null,
        promisedWorkingDays: number % 20,
        ways: ['counter'],
        steps: ['到窗口办。'],
        itemGroup: null,
      },
      ...{
        places: '窗口',
        lookUp: null,
        online: null,
        zones: [],
        lifeEvent: null,
        crossProvince: null,
        often: (number % 4) + 1,
        sample: [],
      },
    }
  })
}
