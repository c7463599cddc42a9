import { list } from './words.ts';
import type { Words } from './words.ts';

export const portuguese: Words = {
  roster: {
    email: list(`
      E-mail corporativo | E-mail de trabalho | E-mail profissional | Endereço de e-mail
      Correio eletrónico | Correio eletrônico
    `),
    name: list(`
      Nome completo | Nome e sobrenome | Nome e apelido | Nome | Nome do funcionário | Nome do colaborador
      Funcionário | Colaborador | Empregado | Vendedor | Representante
    `),
    display_name: list('Nome de exibição | Nome para exibição | Usuário | Utilizador'),
    first_name: list('Primeiro nome | Nome próprio'),
    last_name: list('Sobrenome | Apelido | Último nome'),
    manager_email: list(`
      E-mail do gestor | E-mail do gerente | E-mail do supervisor | E-mail do responsável
    `),
    manager_name: list(`
      Gestor | Nome do gestor | Gestor direto | Gestor imediato | Gerente | Nome do gerente
      Gerente de vendas | Superior imediato | Superior direto | Supervisor imediato | Líder | Chefe
      Chefia | Responsável | Reporta-se a | Reporta a
    `),
    manager_first_name: list('Primeiro nome do gestor | Primeiro nome do gerente'),
    manager_last_name: list('Sobrenome do gestor | Sobrenome do gerente'),
    manager_id: list(`
      ID do gestor | ID do gerente | Matrícula do gestor | Matrícula do gerente
      Matrícula do supervisor
    `),
    started_on: list(`
      Data de admissão | Data de contratação | Data de início | Data de entrada | Admissão
      Data de ingresso
    `),
    time_zone: list('Fuso horário'),
    country: list('País | Código do país'),
    region: list('Unidade federativa | Distrito'),
    team: list('Equipe | Equipa | Equipe de vendas | Departamento | Escritório | Setor | Área | Filial'),
    id: list(`
      Matrícula | Número do funcionário | Número de funcionário | ID do funcionário
      Código do funcionário | Número do colaborador | ID do colaborador | Número mecanográfico
      Nº de matrícula
    `),
    rep_id: list('ID do usuário | ID de usuário | ID do utilizador | ID do proprietário | ID do vendedor'),
    slack_id: list('ID do Slack'),
    account: list('Nome de usuário | Nome de utilizador'),
    last_day: list(`
      Data de demissão | Data de desligamento | Data de saída | Data de rescisão | Data de término
      Último dia | Último dia de trabalho | Data de cessação
    `),
    status: list('Situação | Estado do funcionário | Status do funcionário | Situação do funcionário'),
    active: list('Ativo | Está ativo'),
    inactive: list('Inativo | Suspenso | Desativado | Desligado | Excluído'),
    kind: list('Tipo de conta | Tipo de usuário | Tipo de utilizador'),
  },
  deals: {
    id: list(`
      ID da oportunidade | ID do negócio | ID do registro | ID de registro | ID do registo
      ID da negociação | Número da oportunidade | Identificador | Nº da proposta
      Número da proposta
    `),
    name: list(`
      Nome da oportunidade | Oportunidade | Nome do negócio | Negócio | Nome da negociação | Nome | Título
    `),
    account: list(`
      Nome da conta | Conta | Empresa | Nome da empresa | Empresa associada | Cliente | Nome do cliente
      Organização | Cliente potencial
    `),
    product: list('Produto | Nome do produto'),
    owner_email: list('E-mail do proprietário | E-mail do vendedor | E-mail do responsável'),
    owner: list(`
      Proprietário | Proprietário da oportunidade | Proprietário da oportunidade: Nome completo
      Proprietário do negócio | Nome do proprietário | Vendedor | Representante de vendas
      Responsável | Atribuído a | Dono | Dono do negócio
    `),
    owner_first_name: list('Primeiro nome do proprietário'),
    owner_last_name: list('Sobrenome do proprietário'),
    owner_id: list('ID do proprietário | ID do usuário | ID do vendedor'),
    pipeline: list('Funil | Funil de vendas | Pipeline do negócio'),
    stage: list(`
      Fase | Etapa | Etapa do negócio | Fase do negócio | Fase da oportunidade | Estágio
      Etapa da oportunidade | Etapa do funil
    `),
    amount: list('Valor | Quantia | Montante | Valor do negócio | Valor da oportunidade | Receita estimada'),
    other_amount: list('Valor (convertido) | Valor na moeda da empresa'),
    currency: list('Moeda | Código da moeda | Moeda do valor | Valor Moeda | Moeda da oportunidade'),
    opened_on: list('Data de criação | Criado em | Criada em | Data de abertura | Data da criação'),
    last_activity_on: list(`
      Última atividade | Data da última atividade | Data de última atividade | Último contato
      Último contacto | Data do último contato
    `),
    close_on: list('Data de fechamento | Data de fecho | Data de encerramento | Fechamento'),
    expected_close_on: list(`
      Data de fechamento esperada | Data de fechamento prevista | Data prevista de fechamento
      Previsão de fechamento | Data estimada de fechamento | Data de fecho prevista
      Data esperada de fechamento | Fechamento esperado
    `),
    closed_on: list(`
      Fechado em | Fechada em | Encerrado em | Data real de fechamento | Ganho em | Perdido em
      Data do ganho | Data da perda
    `),
    status: list('Situação | Status do negócio | Status da oportunidade | Resultado'),
    is_closed: list('Fechado | Fechada | Encerrado'),
    is_won: list('Ganho | Ganha | Vencido'),
  },
};
