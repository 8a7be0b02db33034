import type { CrossProvinceItemDto } from '@one-visit/shared/cross-province/contract'
import type { ReactNode } from 'react'
import { Settled } from '../../../ui/settled'
import { useAcrossItem } from '../hooks/use-regions'
import { useAsked } from '../subject'
import { acrossText } from '../text'
import { ApplicantScreen } from './applicant-screen'
import { BackToItem, NoSuchItem } from './gone'

/** What is applied for online; `form` is what it asks. */
export type OnlineItem = CrossProvinceItemDto & { form: NonNullable<CrossProvinceItemDto['form']> }

const isOnline = (data: CrossProvinceItemDto): data is OnlineItem => data.form !== null

interface FormScreenProps {
  title: (data: CrossProvinceItemDto | undefined) => string
  children: (data: OnlineItem) => ReactNode
}

/** The frame of a page of an application: who applies, and for what, is settled first. */
export function FormScreen({ title, children }: FormScreenProps) {
  const asked = useAsked()
  const found = useAcrossItem(asked)
  const isCut = asked.side === null || asked.region === '' || asked.item === ''
  return (
    <ApplicantScreen title={title(found.data)} why={acrossText.applicant.signIn} verified>
      {isCut ? (
        <NoSuchItem />
      ) : (
        <Settled lookUp={found} what={acrossText.asked} gone={<NoSuchItem />}>
          {(data) => (isOnline(data) ? children(data) : <BackToItem words={acrossText.question.notOnline} />)}
        </Settled>
      )}
    </ApplicantScreen>
  )
}
