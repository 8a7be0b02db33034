import { useState } from 'react'
import { sharePage, useShareCard, type Shared } from '../../../platform/share'
import { IS_WEAPP } from '../../../platform/target'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { WechatShareButton } from '../../../ui/wechat-button'
import { catalogueText } from '../text'

const text = catalogueText.share

function BrowserShare({ title }: { title: string }) {
  const [shared, setShared] = useState<Shared | null>(null)
  const handleShare = async () => {
    setShared(await sharePage(title))
  }
  return (
    <>
      <Button kind="secondary" onPress={() => void handleShare()}>
        {text.button}
      </Button>
      {shared === 'copied' && <Notice kind="success" title={text.copied} announce />}
      {shared === 'refused' && <Notice kind="warning" title={text.refused} announce />}
    </>
  )
}

/** One tap: a card in a WeChat chat, the phone's own way of sharing, or the address to paste. */
export function Share({ title }: { title: string }) {
  useShareCard(title)
  return IS_WEAPP ? <WechatShareButton>{text.button}</WechatShareButton> : <BrowserShare title={title} />
}
