import { Container, List, Stack, Text, Title } from '@mantine/core';
import { strings } from './strings.ts';

/** The host does not know this page's token. */
export function RefusedPage() {
  const text = strings.connection;
  return (
    <Container component="main" size="xs" py={80}>
      <Stack>
        <Title order={1}>{text.refusedTitle}</Title>
        <Text>{text.refusedText}</Text>
        <List type="ordered" spacing="xs">
          {text.refusedSteps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Stack>
    </Container>
  );
}
