import { Text, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { focusable, heading, role } from '../platform/accessibility'
import { useCounty } from '../platform/county'
import { useElderMode } from '../platform/elder-mode'
import { moveTo } from '../platform/focus'
import { back } from '../platform/navigation'
import { useOnline } from '../platform/network'
import { usePageShown } from '../platform/page-shown'
import { usePageTitle } from '../platform/page-title'
import type { Tab } from '../platform/pages'
import { callPhone } from '../platform/phone-call'
import { useConsent } from '../platform/privacy'
import { IS_BROWSER } from '../platform/target'
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
  children: ReactNode
}

let screens = 0

function Footer({ mainId }: { mainId: string }) {
  const county = useCounty()
  const elder = useElderMode()
  return (
    <View className="ov-screen-foot" {...role('contentinfo')}>
      {county && (
        <>
          <TextButton icon="phone" onPress={() => void callPhone(county.phone)}>
            {uiText.call(county.phone)}
          </TextButton>
          <Text className="ov-soft">{uiText.callHours(county.phoneHours)}</Text>
          {county.sampleNotice !== null && <Text className="ov-soft">{county.sampleNotice}</Text>}
        </>
      )}
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
export function Screen({ title, tab, wide = false, isNotice = false, children }: ScreenProps) {
  const [id] = useState(() => `screen-${String((screens += 1))}`)
  const agreed = useConsent()
  const open = agreed || isNotice
  const online = useOnline()
  usePageTitle(title)
  return (
    <ScreenId.Provider value={id}>
      <Theme className="ov-screen">
        {IS_BROWSER && open && tab === undefined && <BackBar />}
        <View {...role('status')} aria-live="polite">
          {!online && <View className="ov-offline">{uiText.offline}</View>}
        </View>
        {open ? (
          <Main key="content" id={`${id}-main`} title={title} wide={wide}>
            {agreed && <ResidentSessionWarning />}
            {children}
          </Main>
        ) : (
          <Main key="consent" id={`${id}-main`} title="使用前请您看一看" wide={false}>
            <PrivacyConsent />
          </Main>
        )}
        <Footer mainId={`${id}-main`} />
        {IS_BROWSER && agreed && tab !== undefined && <TabBar current={tab} />}
      </Theme>
    </ScreenId.Provider>
  )
}
