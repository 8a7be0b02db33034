import { View } from '@tarojs/components'
import { addDays } from '@one-visit/shared/kernel/local-date'
import { useState } from 'react'
import { TextButton } from '../../../ui/button'
import { RadioGroup } from '../../../ui/choices'
import { formatLocalDate } from '../../../ui/when'
import { daysAround, type ChosenPlace, type Place } from '../place'
import { staffText } from '../text'
import { OfficeChoices } from './place-screen'

const text = staffText.place

/** Another day, or another office for those who may see it. */
export function PlaceChooser({ place, chosen }: { place: Place; chosen: ChosenPlace }) {
  const [open, setOpen] = useState(false)
  const { today, mayChoose, chooseOffice, chooseDate } = chosen
  return (
    <>
      <View className="ov-actions">
        <TextButton onPress={() => chooseDate(addDays(place.date, -1))}>{text.before}</TextButton>
        {place.date !== today && <TextButton onPress={() => chooseDate(today)}>{text.today}</TextButton>}
        <TextButton onPress={() => chooseDate(addDays(place.date, 1))}>{text.after}</TextButton>
        <TextButton onPress={() => setOpen(!open)}>{open ? text.keep : mayChoose ? text.change : text.changeDate}</TextButton>
      </View>
      {open && (
        <>
          {mayChoose && <OfficeChoices value={place.office} onChange={chooseOffice} />}
          <RadioGroup
            name="date"
            label={text.date}
            choices={daysAround(today).map((day) => ({ value: day, title: formatLocalDate(day) }))}
            value={place.date}
            onChange={chooseDate}
            inline
          />
        </>
      )}
    </>
  )
}
