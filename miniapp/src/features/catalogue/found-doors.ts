import { buildSearchIndex } from '@one-visit/shared/catalogue/search-index'
import { searchItems } from '@one-visit/shared/catalogue/search-items'
import { PLACES_DOOR, SELF_SERVICE_DOOR } from './doors'

type FoundDoor = typeof PLACES_DOOR | typeof SELF_SERVICE_DOOR

/** What people type who look for a place and not for an item, and how it sounds. */
const WORDS: readonly (readonly [FoundDoor, Readonly<Record<string, string>>])[] = [
  [
    SELF_SERVICE_DOOR,
    {
      自助机: 'zi zhu ji',
      自助服务区: 'zi zhu fu wu qu',
      自助终端: 'zi zhu zhong duan',
      自助打印: 'zi zhu da yin',
      '24小时': '2 4 xiao shi',
      '24小时自助': '2 4 xiao shi zi zhu',
      晚上能办什么: 'wan shang neng ban shen me',
      晚上哪里能办: 'wan shang na li neng ban',
      下班后能办什么: 'xia ban hou neng ban shen me',
      下班了去哪里办: 'xia ban le qu na li ban',
      夜里能办什么: 'ye li neng ban shen me',
      半夜能办吗: 'ban ye neng ban ma',
    },
  ],
  [
    PLACES_DOOR,
    {
      办事大厅在哪里: 'ban shi da ting zai na li',
      政务服务中心: 'zheng wu fu wu zhong xin',
      便民服务中心: 'bian min fu wu zhong xin',
      办事网点: 'ban shi wang dian',
      去哪里办: 'qu na li ban',
      大厅地址: 'da ting di zhi',
      大厅几点开门: 'da ting ji dian kai men',
      附近能办事的地方: 'fu jin neng ban shi de di fang',
    },
  ],
]

/** Of what was typed so much must be meant: "身份证" shares no word with a door, "晚上" nothing but a door. */
const LEAST_SCORE = 0.75
/** One character says too little. */
const LEAST_LENGTH = 2

const index = buildSearchIndex(
  WORDS.map(([{ page }, words]) => ({
    id: page,
    often: 4,
    terms: Object.entries(words).map(([text, syllables]) => ({ text, syllables: syllables.split(' '), weight: 1 })),
  })),
)

/** The pages, beside items, that fit what somebody typed; found on the phone, so that it needs no network. */
export function doorsFor(query: string): FoundDoor[] {
  if ([...query.trim()].length < LEAST_LENGTH) return []
  const found = searchItems(index, query, WORDS.length).filter(({ score }) => score >= LEAST_SCORE)
  return found.flatMap(({ id }) => WORDS.flatMap(([door]) => (door.page === id ? [door] : [])))
}
