import { Image, Text, View } from '@tarojs/components'
import { SCAN_BYTES } from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import { focusable, role } from '../../../platform/accessibility'
import { takePhoto } from '../../../platform/photo'
import { Button } from '../../../ui/button'
import { useElementId } from '../../../ui/element-id'
import { errorFor } from '../../../ui/error-summary'
import { describedBy, FieldFrame } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import type { Ask } from '../hooks/use-ask'
import { mandateText } from '../mandate-text'
import { ManyChoices } from './many-choices'

const text = mandateText.ask.photo

const STATEMENTS = text.statements.map((title, place) => ({ value: String(place), title }))

function CardsPhoto({ ask: { photo, setPhoto, errors } }: { ask: Ask }) {
  const [isUnusable, setIsUnusable] = useState(false)
  const id = useElementId()('scan')
  const error = errorFor(errors, 'scan')
  const handleTake = async () => {
    const taken = await takePhoto(SCAN_BYTES)
    setIsUnusable(taken === 'unusable')
    if (typeof taken === 'object') setPhoto(taken)
  }
  return (
    <FieldFrame id={id} label={text.cards} hint={undefined} error={error}>
      <View
        id={id}
        className="ov-stack"
        {...role('group')}
        {...focusable}
        aria-label={text.cards}
        aria-describedby={describedBy(id, undefined, error)}
      >
        {isUnusable && <Notice kind="warning" title={text.unusable} announce />}
        {photo && (
          <View {...role('img')} aria-label={text.picture}>
            <Image className="ov-photo" src={photo.preview} mode="widthFix" aria-hidden="true" />
          </View>
        )}
        <Button kind="secondary" onPress={() => void handleTake()}>
          {photo === null ? text.take : text.retake}
        </Button>
      </View>
    </FieldFrame>
  )
}

/** Both ID cards seen: said in words, one by one, and photographed. */
export function WitnessQuestion({ ask }: { ask: Ask }) {
  return (
    <>
      <ManyChoices
        name="sworn"
        label={text.sworn}
        error={errorFor(ask.errors, 'sworn')}
        choices={STATEMENTS}
        chosen={ask.sworn}
        onChange={ask.setSworn}
      />
      <Text>{text.why}</Text>
      <CardsPhoto ask={ask} />
    </>
  )
}
