import { Text, View } from '@tarojs/components'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { useState } from 'react'
import { role } from '../../../../platform/accessibility'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Checkbox } from '../../../../ui/choices'
import { ErrorSummary } from '../../../../ui/error-summary'
import { useErrors } from '../../../../ui/use-errors'
import { formatLongDate } from '../../../../ui/when'
import { readFields, typeName } from '../../choices'
import { LicenceScreen } from '../../components/licence-screen'
import { OfLicence } from '../../components/of-licence'
import { LICENCE_PAGES } from '../../licence-pages'
import { maskField } from '../../masking'
import { presentText } from '../../present-text'

const text = presentText.fields

function Question({ licence }: { licence: LicenceDto }) {
  const asked = useQuery()['fields']
  const [chosen, setChosen] = useState(() => readFields(licence, asked).map(({ key }) => key))
  const { errors, passes } = useErrors(null)
  // The first box: where the keyboard goes to mend it.
  const first = licence.fields[0]?.key ?? ''
  const handleNext = () => {
    if (!passes(chosen.length === 0 ? [{ name: first, message: text.wrong }] : [])) return
    const fields = readFields(licence, chosen.join(',')).map(({ key }) => key)
    void go(LICENCE_PAGES.check, { licence: licence.id, fields: fields.join(',') })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <Text>{text.why}</Text>
      <View className="ov-stack" {...role('group')} aria-label={text.label(typeName(licence))}>
        {licence.fields.map((field) => (
          <Checkbox
            key={field.key}
            name={field.key}
            title={field.label}
            hint={field.sensitive ? maskField(field) : formatLongDate(field.value)}
            checked={chosen.includes(field.key)}
            onChange={(on) => setChosen(on ? [...chosen, field.key] : chosen.filter((key) => key !== field.key))}
          />
        ))}
      </View>
      <Button onPress={handleNext}>{text.next}</Button>
    </>
  )
}

export default function FieldsPage() {
  return (
    <LicenceScreen title={text.title}>
      <OfLicence>{(licence) => <Question licence={licence} />}</OfLicence>
    </LicenceScreen>
  )
}
