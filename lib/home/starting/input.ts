import { starterKindsInput } from "../../memberships/starters/input"
import { startersInput } from "../../word-lists/starters/input"

/** What a new LIO takes of the words and kinds of membership that are there to begin with. */
export const acceptStartersInput = startersInput.extend(starterKindsInput.shape)
