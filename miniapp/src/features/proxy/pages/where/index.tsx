import type { OfficeDto } from '@one-visit/shared/county/contract'
import { Text } from '@tarojs/components'
import { useOffices } from '../../../../platform/county'
import { List, ListLink } from '../../../../ui/lists'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Settled } from '../../../../ui/settled'
import { ProxyScreen } from '../../components/proxy-screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.where

/** The township centres first: volunteers work close to people. */
const closestFirst = (offices: readonly OfficeDto[]): OfficeDto[] => [
  ...offices.filter(({ kind }) => kind === 'township_centre'),
  ...offices.filter(({ kind }) => kind !== 'township_centre'),
]

function Question() {
  const offices = useOffices()
  const { proceed } = useRequestFlow()
  return (
    <Settled lookUp={offices} what={requestText.asked}>
      {({ items }) =>
        items.length === 0 ? (
          <RefusalContent refusal={{ ...text.none, detail: text.none.title, requestId: null }} />
        ) : (
          <>
            <Text>{text.why}</Text>
            <List label={text.list}>
              {closestFirst(items).map(({ id, name, address }) => (
                <ListLink
                  key={id}
                  title={name}
                  hint={address}
                  onPress={() => void proceed(PROXY_PAGES.where, { office: id, officeName: name })}
                />
              ))}
            </List>
          </>
        )
      }
    </Settled>
  )
}

export default function WherePage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
