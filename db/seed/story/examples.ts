import { BUSES } from "./buses"
import { NETWORKS } from "./networks"

/** The network of the example data: one of the story, with one topic. Days count back, beyond the reach of any digest. */
export const NETWORK = {
  ...NETWORKS[0],
  topic: {
    title: "Prepayment meters: what do you tell people at the weekend?",
    posts: [
      {
        group: "Hob’s Mill Food Bank",
        day: 47,
        body: "Third Saturday running that a family came with **no electricity and no way to top up until Monday**. One had insulin in the fridge. The council’s line closes at five on Friday. What do the rest of you do?",
      },
      {
        group: "Alderbridge Citizens’ Help Desk",
        day: 46,
        body: "We have seen **31 meter cases since September**, 19 of them on a Friday afternoon or at a weekend. Ring us before four on a Friday: then there is still time to reach the supplier.",
      },
      {
        group: "Alderbridge Community Pantry",
        day: 45,
        body: "We keep £200 of vouchers for the hours after that. Could somebody hold a list of who has vouchers at which weekend?",
      },
    ],
  },
}

const ASKED = ["evening", "matter", "who"]

/** The consultation of the example data: three of the questions about buses, which some have answered and one is answering. */
export const CONSULTATION = {
  title: BUSES.title,
  about:
    "The transport authority is planning the bus contracts for the next four years. We put your answers together and send them in one paper, with your name if you wish.",
  questions: BUSES.questions.filter(({ key }) => ASKED.includes(key)),
  answers: BUSES.answers,
  drafting: { group: "Hob’s Mill Food Bank", day: 2, says: { evening: 1, matter: 4 } },
}
