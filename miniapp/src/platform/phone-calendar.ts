import Taro from '@tarojs/taro'
import { calendarFile, type CalendarEntry } from '@one-visit/shared/appointments/calendar-file'
import { saveFile } from './save-file'
import { IS_WEAPP } from './target'

async function addInWechat({ title, beginsAt, endsAt, place, notes, remindMinutes }: CalendarEntry): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: Math.floor(beginsAt / 1000),
      // Taro's types want text here; WeChat reads seconds from it.
      endTime: String(Math.floor(endsAt / 1000)),
      location: place,
      description: notes,
      alarm: true,
      alarmOffset: remindMinutes * 60,
    })
    return true
  } catch {
    return false
  }
}

/**
 * Puts an entry into the phone's calendar: WeChat asks the person itself, browsers are handed an `.ics` file to open.
 * False when the phone or the person refused.
 */
export async function addToCalendar(entry: CalendarEntry): Promise<boolean> {
  if (IS_WEAPP) return addInWechat(entry)
  return saveFile(`${entry.title}.ics`, calendarFile(entry, Date.now()))
}
