import { Screen } from '../../../../ui/screen'
import { DepartmentNotices } from '../../components/department-notices'
import { ProgressDoors } from '../../components/progress-doors'
import { progressText } from '../../text'

export default function StartPage() {
  return (
    <Screen title={progressText.start.title}>
      <DepartmentNotices />
      <ProgressDoors label={progressText.start.list} withFollows />
    </Screen>
  )
}
