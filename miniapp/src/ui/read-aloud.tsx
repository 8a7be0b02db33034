import { useEffect, useState } from 'react'
import { usePageHidden } from '../platform/page-shown'
import { canSpeak, readAloud, stopReading } from '../platform/speech'
import { TextButton } from './button'
import { Notice } from './notice'
import { uiText } from './text'

const text = uiText.readAloud

/** Reads the given element of the page aloud; where the page cannot speak, it says what can. */
export function ReadAloud({ elementId }: { elementId: string }) {
  const [state, setState] = useState<'silent' | 'reading' | 'unable'>('silent')
  useEffect(() => stopReading, [])
  // A page below another stays; it must not go on talking.
  usePageHidden(() => {
    stopReading()
    setState('silent')
  })
  const handlePress = () => {
    if (state === 'reading') {
      stopReading()
      setState('silent')
      return
    }
    setState('reading')
    readAloud(elementId, (ending) => {
      setState(ending === 'read' ? 'silent' : 'unable')
    })
  }
  const start = canSpeak() ? text.start : text.how
  return (
    <>
      <TextButton icon="sound" onPress={handlePress}>
        {state === 'reading' ? text.stop : start}
      </TextButton>
      {state === 'unable' && (
        <Notice title={text.unable} announce>
          {text.instead}
        </Notice>
      )}
    </>
  )
}
