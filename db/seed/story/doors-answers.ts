import type { StoryAnswer } from "./answers"

/** What seventeen groups said about keeping their doors open. */
export const DOORS_ANSWERS: StoryAnswer[] = [
  {
    group: "Hob’s Mill Food Bank",
    day: 128,
    says: {
      bills: 4,
      cut: [1, 3],
      meters: 0,
      story:
        "A family came on a Saturday with no electricity until Monday and insulin in the fridge. The council’s hardship line closes at five on Friday. We paid £20 from our own tin, and we have done so nineteen times since September.",
      ask: "Open one hardship line for the whole district, at weekends too.",
    },
  },
  {
    group: "Alderbridge Community Pantry",
    day: 127,
    says: {
      bills: 3,
      cut: [1],
      meters: 0,
      story:
        "A father of three asked whether he could plug in his phone, because it was his only light. He had been without since Thursday. We rang four numbers and none of them answered.",
      ask: "A hardship line that answers at the weekend, and one number to ring.",
    },
  },
  {
    group: "Skelby Community Fridge",
    day: 126,
    says: {
      bills: 2,
      cut: [4],
      meters: 2,
      story:
        "Twice this winter. We are only a fridge in a porch, so all we can do is send people down to Hob’s Mill, and the bus is £4 return.",
      ask: "Let the library in Skelby hand out meter vouchers.",
    },
  },
  {
    group: "The Warm Room, Netherfold",
    day: 126,
    says: {
      bills: 5,
      cut: [1, 3],
      meters: 1,
      story:
        "A grandmother sat in the dark from Friday until Monday because she did not want to bother anybody. She is 81. She came to us on the Monday, blue with cold.",
      ask: "Pay the heating of the warm rooms directly, from October to March.",
    },
  },
  {
    group: "Alderbridge Citizens’ Help Desk",
    day: 125,
    says: {
      bills: 3,
      cut: [3],
      meters: 0,
      story:
        "We have kept count: 31 people without credit on their meter since September, 19 of them on a Friday afternoon or at a weekend, when the hardship line is closed. Eleven had children at home.",
      ask: "One hardship line for the district, open at weekends, with the power to top up a meter there and then.",
    },
  },
  {
    group: "Money Matters Moor Side",
    day: 125,
    says: {
      bills: 2,
      cut: [3],
      meters: 0,
      story:
        "We drive people to the garage in Thornclough, nine miles there and back, and pay for the top-up ourselves.",
      ask: "Vouchers that can be given out up here and not only in town.",
    },
  },
  {
    group: "Netherfold Credit Union",
    day: 124,
    says: {
      bills: 2,
      cut: [4],
      meters: 1,
      story: "People borrow £30 from us to top up, and pay it back at £2 a week. That should not be a loan.",
      ask: "A small grant, not a loan, for emergencies under £50.",
    },
  },
  {
    group: "Al-Noor Community Centre",
    day: 124,
    says: {
      bills: 4,
      cut: [0, 1],
      meters: 1,
      story:
        "We now close at seven and not at nine. The homework club has gone from five evenings to three, because the hall must be heated.",
      ask: "Help community buildings with insulation: our roof loses everything we put in.",
    },
  },
  {
    group: "Sikh Seva Kitchen",
    day: 123,
    says: {
      bills: 3,
      cut: [3],
      meters: 2,
      story:
        "One man came each day for a week. He had no gas to cook with, so food from the food bank was no use to him.",
      ask: "One number for everything, in the languages people speak.",
    },
  },
  {
    group: "Welcome Aldervale",
    day: 122,
    says: {
      bills: 1,
      cut: [4],
      meters: 0,
      story:
        "Our members do not know that the hardship line exists. When they find it, it is a menu of nine choices in English.",
      ask: "An interpreter on the hardship line.",
    },
  },
  {
    group: "Hob’s Mill Baby Bank",
    day: 122,
    says: {
      bills: 2,
      cut: [0],
      meters: 1,
      story:
        "A mother asked for extra blankets instead of a cot, because the baby slept with her to keep warm.",
      ask: "Treat homes with a baby as an emergency, whatever the day.",
    },
  },
  {
    group: "St Oswin’s and St Bride’s",
    day: 121,
    says: {
      bills: 4,
      cut: [1, 3],
      meters: 2,
      story: "The hall’s bill has gone from £3,900 to £9,400. Thirty groups use it and most cannot pay more.",
      ask: "Business-rate relief passed on to halls, and help with insulation.",
    },
  },
  {
    group: "Skelby Methodist Chapel",
    day: 121,
    says: {
      bills: 3,
      cut: [0, 1],
      meters: 3,
      ask: "Fund the warm spaces directly and early: last year’s money came in February.",
    },
  },
  {
    group: "Community Wheels",
    day: 120,
    says: {
      bills: 2,
      cut: [2],
      meters: 3,
      ask: "Nothing about meters, but diesel: a fuel grant for volunteer drivers.",
    },
  },
  {
    group: "Netherfold Village Hall",
    day: 119,
    says: {
      bills: 5,
      cut: [1, 2, 3],
      meters: 3,
      story:
        "We have put the hire up by a third and lost two groups for it. Our reserves will last until May.",
      ask: "Help with insulation for village halls.",
    },
  },
  {
    group: "Carers Together Aldervale",
    day: 118,
    says: {
      bills: 2,
      cut: [4],
      meters: 1,
      story: "A carer with an oxygen concentrator at home was told to ring back on Monday.",
      ask: "People with medical equipment must be put first, at weekends too.",
    },
  },
  {
    group: "Mind the Gap Peer Support",
    day: 118,
    says: {
      bills: 3,
      cut: [0],
      meters: 1,
      ask: "A hardship line that answers in the evening, when people are most afraid.",
    },
  },
]
