import { Text, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { focusable, heading, role } from '../platform/accessibility'
import { useActingNow, usePagePerson } from '../platform/acting'
import { useCounty } from '../platform/county'
import { useElderMode } from '../platform/elder-mode'
import { moveTo } from '../platform/focus'
import { noteArrival } from '../platform/lead-in'
import { back } from '../platform/navigation'
import { useOnline } from '../platform/network'
import { usePageDescription } from '../platform/page-description'
import { usePageShown } from '../platform/page-shown'
import { usePageTitle } from '../platform/page-title'
import type { Tab } from '../platform/pages'
import { callPhone } from '../platform/phone-call'
import { useConsent } from '../platform/privacy'
import { IS_BROWSER } from '../platform/target'
import { ActingStrip, OverPage, OwnLater } from './acting-strip'
import { TextButton } from './button'
import { ScreenId } from './element-id'
import { PrivacyConsent } from './privacy-consent'
import { ReadAloud } from './read-aloud'
import { ResidentSessionWarning } from './session-warning'
import { TabBar } from './tab-bar'
import { uiText } from './text'
import { Theme } from './theme'

export interface ScreenProps {
  /** The heading, and the title of the page. */
  title: string
  /** Given on the four tab pages only; the others get "back". */
  tab?: Tab['page']
  /** As wide as the window, for tables. */
  wide?: boolean
  /** Readable before consent: the notices themselves, which ask the BFF nothing. */
  isNotice?: boolean
  /** About nobody but whoever holds the phone, so not to be seen while they act for somebody. Tab pages always are. */
  own?: boolean
  /** What the page is about, in one sentence, for search engines. */
  description?: string | undefined
  children: ReactNode
}

let screens = 0

const BEFORE_CONSENT = '使用前请您看一看'

/** Answers in every county (国办发〔2020〕53号): what stands on the page until the county's own number is known. */
const NATIONAL_HOTLINE = '12345'

function Footer({ mainId }: { mainId: string }) {
  const county = useCounty()
  const elder = useElderMode()
  const phone = county?.phone ?? NATIONAL_HOTLINE
  return (
    <View className="ov-screen-foot" {...role('contentinfo')}>
      <TextButton icon="phone" onPress={() => void callPhone(phone)}>
        {uiText.call(phone)}
      </TextButton>
      {county && <Text className="ov-soft">{uiText.callHours(county.phoneHours)}</Text>}
      {county && county.sampleNotice !== null && <Text className="ov-soft">{county.sampleNotice}</Text>}
      {elder.on && <ReadAloud elementId={mainId} />}
    </View>
  )
}

function Main({ id, title, wide, children }: { id: string; title: string; wide: boolean; children: ReactNode }) {
  const titleId = `${id}-title`
  // A page opens with its heading, for the keyboard and the screen reader as for the eye.
  useEffect(() => {
    moveTo(titleId)
  }, [titleId])
  usePageShown(() => {
    moveTo(titleId)
  })
  return (
    <View id={id} className={wide ? 'ov-screen-main ov-screen-wide' : 'ov-screen-main'} {...role('main')}>
      <View id={titleId} className="ov-heading ov-heading-1" {...heading(1)} {...focusable}>
        {title}
      </View>
      {children}
    </View>
  )
}

function BackBar() {
  return (
    <View className="ov-screen-bar" {...role('banner')}>
      <TextButton icon="back" onPress={() => void back()}>
        {uiText.back}
      </TextButton>
    </View>
  )
}

/** The frame of every page: back, heading, content, the county's telephone; before consent, the privacy notice in its place. */
export function Screen({
  title,
  tab,
  wide = false,
  isNotice = false,
  own = tab !== undefined,
  description,
  children,
}: ScreenProps) {
  const [id] = useState(() => `screen-${String((screens += 1))}`)
  const agreed = useConsent()
  const open = agreed || isNotice
  const online = useOnline()
  const isActing = useActingNow() !== null
  const { acting, isOver } = usePagePerson(false)
  const shown = open ? title : BEFORE_CONSENT
  usePageTitle(shown)
  usePageDescription(open ? description : undefined)
  usePageShown(noteArrival)
  return (
    <ScreenId.Provider value={id}>
      <Theme className="ov-screen">
        {IS_BROWSER && open && tab === undefined && <BackBar />}
        <View {...role('status')} aria-live="polite">
          {!online && <View className="ov-offline">{uiText.offline}</View>}
        </View>
        {agreed && <ActingStrip />}
        {open ? (
          <Main key="content" id={`${id}-main`} title={shown} wide={wide}>
            {agreed && <ResidentSessionWarning />}
            {isActing && (own || (isOver && acting === null)) ? <OwnLater /> : isOver ? <OverPage /> : children}
          </Main>
        ) : (
          <Main key="consent" id={`${id}-main`} title={shown} wide={false}>
            <PrivacyConsent />
          </Main>
        )}
        <Footer mainId={`${id}-main`} />
        {IS_BROWSER && agreed && tab !== undefined && <TabBar current={tab} />}
      </Theme>
    </ScreenId.Provider>
  )
}
