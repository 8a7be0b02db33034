import { PlaceScreen } from '../../components/place-screen'
import { VisitActions } from '../../components/visit-actions'
import { VisitFacts } from '../../components/visit-facts'
import { WithVisit } from '../../components/with-visit'
import { visitText } from '../../visit-text'

export default function VisitPage() {
  return (
    <PlaceScreen title={visitText.visit.title}>
      {(place) => (
        <WithVisit place={place}>
          {(visit) => (
            <>
              <VisitFacts visit={visit} />
              <VisitActions place={place} visit={visit} />
            </>
          )}
        </WithVisit>
      )}
    </PlaceScreen>
  )
}
