import { Text } from '@tarojs/components'
import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { SummaryList } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { QrCode } from '../../../ui/qr-code'
import { deskText } from '../desk-text'
import type { Registered as Shown } from '../hooks/use-register'
import { VOLUNTEER_PAGES } from '../volunteer-pages'

const text = deskText.register

/** From otpauth://totp/…?secret=…, for who types it; in groups of four. */
function secretOf(uri: string): string {
  const secret = /[?&]secret=([A-Z2-7]+)/i.exec(uri)?.[1] ?? ''
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

/** What opens the volunteer's account, shown this once. */
export function Registered({ volunteer: { name, username, password, totp } }: { volunteer: Shown }) {
  const secret = <Text className="ov-code-typed">{secretOf(totp)}</Text>
  return (
    <>
      <Notice kind="warning" title={text.done} announce>
        {text.doneNext}
      </Notice>
      <QrCode text={totp} label={text.qr(name)} large />
      <SummaryList
        label={text.shown}
        rows={[
          { label: text.username_, value: username },
          { label: text.password, value: <Text className="ov-code-typed">{password}</Text> },
          { label: text.secret, value: secret },
        ]}
      />
      <Button onPress={() => void replace(VOLUNTEER_PAGES.volunteers)}>{text.finish}</Button>
    </>
  )
}
