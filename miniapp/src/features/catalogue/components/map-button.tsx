import type { OfficeDto } from '@one-visit/shared/county/contract'
import { useState } from 'react'
import { openMap } from '../../../platform/location'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { catalogueText } from '../text'

const text = catalogueText.place

/** The way to an office on a map; nothing while its place is not known. */
export function MapButton({ office: { name, address, location } }: { office: OfficeDto }) {
  const [isRefused, setRefused] = useState(false)
  if (location === null) return null
  const handleMap = async () => {
    setRefused(!(await openMap({ ...location, name, address })))
  }
  return (
    <>
      <Button kind="secondary" onPress={() => void handleMap()}>
        {text.map}
      </Button>
      {isRefused && <Notice kind="warning" title={text.mapRefused} announce />}
    </>
  )
}
