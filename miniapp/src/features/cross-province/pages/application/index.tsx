import type { ApplicationDto } from '@one-visit/shared/cross-province/contract'
import { View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { go, useQuery } from '../../../../platform/navigation'
import { TextButton } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Settled } from '../../../../ui/settled'
import { formatInstant } from '../../../../ui/when'
import { ApplicantScreen } from '../../components/applicant-screen'
import { ApplicationOutcome } from '../../components/application-outcome'
import { NoSuchApplication } from '../../components/gone'
import { PartnerOffice } from '../../components/partner-office'
import { ACROSS_PAGES } from '../../cross-province-pages'
import { useApplication } from '../../hooks/use-applications'
import { acrossText } from '../../text'

const text = acrossText.application

function Application({ application }: { application: ApplicationDto }) {
  const { item, region, office, createdAt } = application
  return (
    <>
      <View className="ov-stack" {...role('status')} aria-live="polite">
        <ApplicationOutcome application={application} />
      </View>
      <View className="ov-stack">
        <Heading>{text.facts}</Heading>
        <SummaryList
          label={text.facts}
          rows={[
            { label: text.item, value: item.name },
            { label: text.region, value: region.name },
            { label: text.at, value: formatInstant(createdAt) },
          ]}
        />
      </View>
      {office !== null && <PartnerOffice title={text.office(region.name)} office={office} />}
      <TextButton role="link" onPress={() => void go(ACROSS_PAGES.applications)}>
        {text.toList}
      </TextButton>
    </>
  )
}

/** An application: on its way to the department, with it, or not taken. */
export default function ApplicationPage() {
  const { id = '' } = useQuery()
  const application = useApplication(id)
  return (
    <ApplicantScreen title={text.title[application.data?.state ?? 'none']} why={acrossText.applications.signIn}>
      {id === '' ? (
        <NoSuchApplication />
      ) : (
        <Settled lookUp={application} what={acrossText.asked} gone={<NoSuchApplication />}>
          {(found) => <Application application={found} />}
        </Settled>
      )}
    </ApplicantScreen>
  )
}
