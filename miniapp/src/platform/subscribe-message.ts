import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/**
 * Asks WeChat's leave to send one message about a changed case. Only straight from a tap: WeChat refuses it any later. False
 * when the person refused, or where there is no such thing.
 */
export async function askForCaseMessage(): Promise<boolean> {
  if (!IS_WEAPP || CASE_CHANGED_TEMPLATE === '') return false
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [CASE_CHANGED_TEMPLATE], entityIds: [] })),
    }
    return answer[CASE_CHANGED_TEMPLATE] === 'accept'
  } catch {
    return false
  }
}
