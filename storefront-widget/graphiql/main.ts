import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { fetcher } from './fetcher.ts';

const WELCOME = `# The GraphQL API of Berjubel. Everything here can be asked for by your own storefront too.
# The page sends no cookies: to act as somebody, put a token into Headers:  { "authorization": "Bearer ..." }

query Welcome {
  kecamatans {
    name
    slug
  }
}
`;

const place = document.getElementById('graphiql');
if (place)
  createRoot(place).render(createElement(GraphiQL, { fetcher, defaultQuery: WELCOME, shouldPersistHeaders: false }));
