// Compiled by the Relay compiler: a fragment and a paginated list, as a Relay application writes them.
import { graphql } from 'relay-runtime';

export const conflict = graphql`
  fragment Conflict_relation on Relation {
    kind
    explanation
    earlier { quote source { title } }
    later { quote speaker { name } }
  }
`;

export const conflicts = graphql`
  fragment Conflict_list on Query
  @refetchable(queryName: "ConflictListPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    conflicts(first: $count, after: $cursor) @connection(key: "Conflict_conflicts") {
      edges { node { id ...Conflict_relation } }
    }
  }
`;
