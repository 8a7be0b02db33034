import { OwnCasesScreen } from '../../components/own-cases-screen'

export default function ExitEntryPage() {
  return <OwnCasesScreen of="exit-entry" />
}
