import { Text, View } from '@tarojs/components'
import type { LicenceDto, WalletDto } from '@one-visit/shared/licences/contract'
import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'
import { useActing } from '../../../../platform/acting'
import { role } from '../../../../platform/accessibility'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { canPresent, typeName } from '../../choices'
import { LicenceRows } from '../../components/licence-rows'
import { LicenceScreen } from '../../components/licence-screen'
import { VIEWS_DOOR } from '../../doors'
import { useWallet } from '../../hooks/use-wallet'
import { LICENCE_PAGES } from '../../licence-pages'
import { walletText as text } from '../../text'

const GROUPS = ['身份', '出行', '社保医保', '家庭', '经营'] as const

const needsAttention = ({ state }: LicenceDto): boolean => state !== 'valid'

function Licences({ items, asOf }: { items: readonly LicenceDto[]; asOf: number }) {
  const rest = items.filter((licence) => !needsAttention(licence))
  return (
    <>
      {items.some(({ stale }) => stale) && <Notice kind="warning" title={text.stale} />}
      {items.some(canPresent) && <Button onPress={() => void go(LICENCE_PAGES.present)}>{text.present}</Button>}
      <Text className="ov-soft">{text.ordered}</Text>
      <LicenceRows title={text.attention} licences={items.filter(needsAttention)} asOf={asOf} />
      {GROUPS.map((group) => (
        <LicenceRows
          key={group}
          title={group}
          licences={rest.filter(({ type }) => LICENCE_TYPE_TEXT[type].group === group)}
          asOf={asOf}
        />
      ))}
    </>
  )
}

function Missing({ missing }: Pick<WalletDto, 'missing'>) {
  if (missing.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{text.missing}</Heading>
      <List label={text.missing}>
        {missing.map(({ type, reason, unavailable }) => (
          <View key={type} className="ov-row" {...role('listitem')}>
            <View className="ov-row-text">
              <Text className="ov-label">{typeName({ type })}</Text>
              <Text className="ov-soft">{reason}</Text>
            </View>
            <Tag kind={unavailable ? 'warning' : 'quiet'}>{unavailable ? text.missingTag.away : text.missingTag.none}</Tag>
          </View>
        ))}
      </List>
    </View>
  )
}

function More() {
  const doors = [VIEWS_DOOR, { ...text.contributions, page: LICENCE_PAGES.contributions }]
  return (
    <View className="ov-stack">
      <Heading>{text.more}</Heading>
      <List label={text.more}>
        {doors.map(({ title, hint, page }) => (
          <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
        ))}
      </List>
    </View>
  )
}

function Content() {
  const wallet = useWallet()
  const isActing = useActing() !== null
  return (
    <>
      <Settled lookUp={wallet} what={text.asked}>
        {({ items, missing }) => (
          <>
            {items.length === 0 ? (
              <Notice title={text.none}>{text.noneNext}</Notice>
            ) : (
              <Licences items={items} asOf={wallet.asOf} />
            )}
            <Missing missing={missing} />
          </>
        )}
      </Settled>
      {!isActing && <More />}
    </>
  )
}

export default function WalletPage() {
  const acting = useActing()
  return (
    <LicenceScreen title={acting === null ? text.title : text.of(acting.person)}>
      <Content />
    </LicenceScreen>
  )
}
