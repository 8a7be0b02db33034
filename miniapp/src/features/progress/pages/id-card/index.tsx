import { OwnCasesScreen } from '../../components/own-cases-screen'

export default function IdCardPage() {
  return <OwnCasesScreen of="id-card" />
}
