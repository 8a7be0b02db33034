import { useEffect, useState } from 'react'
import { canReadAloud, readAloud, stopReading } from '../platform/speech'
import { TextButton } from './button'
import { uiText } from './text'

/** Reads the given element of the page aloud, where the target can speak. */
export function ReadAloud({ elementId }: { elementId: string }) {
  const [reading, setReading] = useState(false)
  useEffect(() => stopReading, [])
  if (!canReadAloud()) return null
  const handlePress = () => {
    if (reading) stopReading()
    else
      readAloud(elementId, () => {
        setReading(false)
      })
    setReading(!reading)
  }
  return (
    <TextButton icon="sound" onPress={handlePress}>
      {reading ? uiText.reading : uiText.readAloud}
    </TextButton>
  )
}
