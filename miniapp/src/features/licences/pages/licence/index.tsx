import { View } from '@tarojs/components'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { formatInstant, formatLongDate } from '../../../../ui/when'
import { canPresent, typeName } from '../../choices'
import { FieldValue } from '../../components/field-value'
import { stateTag } from '../../components/licence-rows'
import { LicenceScreen, NoSuchLicence } from '../../components/licence-screen'
import { useLicence } from '../../hooks/use-wallet'
import { LICENCE_PAGES } from '../../licence-pages'
import { isMasked } from '../../masking'
import { walletText } from '../../text'

const text = walletText.licence

function Notices({ licence: { state, stale, asOf, fields } }: { licence: LicenceDto }) {
  const never = state === 'expired' || state === 'revoked' ? text.notPresent[state] : null
  return (
    <>
      {never && (
        <Notice kind="danger" title={never.title}>
          {never.next}
        </Notice>
      )}
      {state === 'expiring' && <Notice kind="warning" title={text.renew} />}
      {stale && <Notice kind="warning" title={text.stale(formatInstant(asOf))} />}
      {fields.some(({ value }) => isMasked(value)) && <Notice title={text.onlyCopy} />}
    </>
  )
}

function Licence({ licence }: { licence: LicenceDto }) {
  const { id, fields, state, issuer, issuedOn, validUntil, licenceId, asOf } = licence
  const { kind, text: stateWord } = stateTag(state)
  return (
    <>
      <Heading>{typeName(licence)}</Heading>
      <Notices licence={licence} />
      {canPresent(licence) && <Button onPress={() => void go(LICENCE_PAGES.present, { licence: id })}>{text.present}</Button>}
      <View>
        <Heading>{text.facts}</Heading>
        <SummaryList
          label={text.facts}
          rows={fields.map((field) => ({ label: field.label, value: <FieldValue field={field} /> }))}
        />
      </View>
      <View>
        <Heading>{text.about}</Heading>
        <SummaryList
          label={text.about}
          rows={[
            { label: text.state, value: <Tag kind={kind}>{stateWord}</Tag> },
            { label: text.issuer, value: issuer },
            { label: text.issuedOn, value: formatLongDate(issuedOn) },
            { label: text.validUntil, value: validUntil === null ? walletText.noEnd : formatLongDate(validUntil) },
            { label: text.licenceId, value: licenceId },
            { label: text.asOf, value: formatInstant(asOf) },
          ]}
        />
      </View>
    </>
  )
}

function Content({ id }: { id: string }) {
  const licence = useLicence(id)
  return (
    <Settled lookUp={licence} what={walletText.asked} gone={<NoSuchLicence />}>
      {(found) => <Licence licence={found} />}
    </Settled>
  )
}

export default function LicencePage() {
  const { id = '' } = useQuery()
  return <LicenceScreen title={text.title}>{id === '' ? <NoSuchLicence /> : <Content id={id} />}</LicenceScreen>
}
