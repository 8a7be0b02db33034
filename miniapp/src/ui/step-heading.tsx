import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { focusable, heading } from '../platform/accessibility'
import { moveTo } from '../platform/focus'
import { useElementId } from './element-id'

/** The heading of a part that takes the place of another: keyboard and screen reader go on from here. */
export function StepHeading({ name, children }: { name: string; children: string }) {
  const id = useElementId()(name)
  useEffect(() => {
    moveTo(id)
  }, [id])
  return (
    <View id={id} className="ov-heading ov-heading-2" {...heading(2)} {...focusable}>
      {children}
    </View>
  )
}
