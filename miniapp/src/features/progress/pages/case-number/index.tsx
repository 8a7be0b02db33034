import { Text } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { Button, TextButton } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Screen } from '../../../../ui/screen'
import { DepartmentNotices } from '../../components/department-notices'
import { useCaseNumberQuestion } from '../../hooks/use-case-number'
import { PROGRESS_PAGES } from '../../progress-pages'
import { doorsText } from '../../doors-text'
import { progressText } from '../../text'

const text = progressText.caseNumber

export default function CaseNumberPage() {
  const { caseNumber, setCaseNumber, errors, handleNext } = useCaseNumberQuestion()
  return (
    <Screen title={text.title}>
      <ErrorSummary errors={errors} />
      <DepartmentNotices only="cases" />
      <Field
        name="caseNumber"
        kind="case-number"
        label={text.label}
        hint={text.hint}
        error={errorFor(errors, 'caseNumber')}
        value={caseNumber}
        onChange={setCaseNumber}
        onConfirm={handleNext}
      />
      <Button onPress={handleNext}>{text.next}</Button>
      <Text className="ov-soft">{text.why}</Text>
      <TextButton role="link" onPress={() => void go(PROGRESS_PAGES.myCases)}>
        {doorsText.doors.myCases.title}
      </TextButton>
    </Screen>
  )
}
