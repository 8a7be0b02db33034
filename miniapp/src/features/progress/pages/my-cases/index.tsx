import { OwnCasesScreen } from '../../components/own-cases-screen'

export default function MyCasesPage() {
  return <OwnCasesScreen of="my-cases" />
}
