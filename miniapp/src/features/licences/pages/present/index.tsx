import { Text, View } from '@tarojs/components'
import type { LicenceDto } from '@one-visit/shared/licences/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { canPresent, presetChoices, typeName } from '../../choices'
import { LicenceScreen, ToWallet } from '../../components/licence-screen'
import { noteLicence, useWallet } from '../../hooks/use-wallet'
import { LICENCE_PAGES } from '../../licence-pages'
import { maskField } from '../../masking'
import { presentText } from '../../present-text'
import { walletText } from '../../text'

const text = presentText.choose

/** Two cars, two companies: which of them. */
function whichOf({ fields }: LicenceDto): string {
  const number = fields.find(({ key }) => key === 'plate') ?? fields.find(({ key }) => key === 'number')
  return number === undefined ? '' : maskField(number)
}

interface ChoicesProps {
  licences: readonly LicenceDto[]
  asOf: number
}

function Usual({ licences, asOf }: ChoicesProps) {
  const choices = presetChoices(licences)
  if (choices.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{text.usual}</Heading>
      <List label={text.usual}>
        {choices.map(({ preset, licence, fields }) => (
          <ListLink
            key={preset.id + licence.id}
            title={preset.name}
            hint={`${preset.why} · ${typeName(licence)} ${whichOf(licence)}`}
            onPress={() => {
              noteLicence(licence, asOf)
              void go(LICENCE_PAGES.check, { licence: licence.id, fields: fields.join(',') })
            }}
          />
        ))}
      </List>
    </View>
  )
}

function Own({ licences, asOf }: ChoicesProps) {
  return (
    <View className="ov-stack">
      <Heading>{text.own}</Heading>
      <Text>{text.ownHint}</Text>
      <List label={text.own}>
        {licences.map((licence) => (
          <ListLink
            key={licence.id}
            title={typeName(licence)}
            hint={whichOf(licence)}
            onPress={() => {
              noteLicence(licence, asOf)
              void go(LICENCE_PAGES.fields, { licence: licence.id })
            }}
          />
        ))}
      </List>
    </View>
  )
}

function Choices({ licences, asOf }: ChoicesProps) {
  if (licences.length === 0) {
    return (
      <>
        <Notice title={text.none}>{text.noneNext}</Notice>
        <ToWallet />
      </>
    )
  }
  return (
    <>
      <Text>{text.why}</Text>
      <Usual licences={licences} asOf={asOf} />
      <Own licences={licences} asOf={asOf} />
    </>
  )
}

function Content() {
  const { licence: only } = useQuery()
  const wallet = useWallet()
  return (
    <Settled lookUp={wallet} what={walletText.asked}>
      {({ items }) => (
        <Choices
          licences={items.filter((licence) => canPresent(licence) && (only === undefined || licence.id === only))}
          asOf={wallet.asOf}
        />
      )}
    </Settled>
  )
}

export default function PresentPage() {
  return (
    <LicenceScreen title={text.title}>
      <Content />
    </LicenceScreen>
  )
}
