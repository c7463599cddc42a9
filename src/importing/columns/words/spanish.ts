import { list } from './words.ts';
import type { Words } from './words.ts';

export const spanish: Words = {
  roster: {
    email: list(`
      Correo electrónico del trabajo | Correo del trabajo | Correo corporativo
      Correo electrónico corporativo | Email corporativo | Correo electrónico
      Dirección de correo electrónico | Dirección de correo | Correo
      Correo institucional | Correo laboral
    `),
    name: list(`
      Nombre completo | Nombre y apellidos | Nombre y apellido | Apellidos y nombre | Apellidos, Nombre
      Apellido, Nombre | Nombre | Nombre del empleado | Empleado | Colaborador | Trabajador | Comercial
      Vendedor | Ejecutivo de ventas | Asesor
    `),
    display_name: list('Nombre para mostrar | Usuario'),
    first_name: list('Nombre de pila | Primer nombre | Nombres'),
    last_name: list('Apellidos | Apellido | Primer apellido'),
    manager_email: list(`
      Correo del responsable | Correo del gerente | Correo electrónico del responsable
      Correo electrónico del gerente | Email del responsable | Email del gerente | Correo del jefe
      Email del manager | Email del supervisor | Correo del supervisor
    `),
    manager_name: list(`
      Responsable | Nombre del responsable | Responsable directo | Gerente | Nombre del gerente
      Gerente de ventas | Jefe | Jefe directo | Jefe inmediato | Jefe de ventas | Jefe de equipo
      Supervisor directo | Superior | Superior jerárquico | Reporta a | Depende de
    `),
    manager_first_name: list('Nombre de pila del responsable | Nombre de pila del gerente'),
    manager_last_name: list('Apellidos del responsable | Apellido del gerente | Apellidos del gerente'),
    manager_id: list(`
      ID del responsable | ID del gerente | Número de empleado del responsable | ID del jefe
      ID del supervisor | Número de empleado del jefe
    `),
    started_on: list(`
      Fecha de incorporación | Fecha de contratación | Fecha de ingreso | Fecha de inicio | Fecha de alta
      Fecha de entrada | Fecha de antigüedad
    `),
    time_zone: list('Zona horaria | Huso horario'),
    country: list('País | Código de país | País de trabajo | País/Región'),
    region: list('Comunidad autónoma | Provincia | Estado o provincia'),
    team: list(`
      Equipo | Equipo de ventas | Departamento | Oficina | Área | División | Delegación | Sucursal
    `),
    id: list(`
      Número de empleado | Nº de empleado | N.º de empleado | ID de empleado | ID empleado
      Código de empleado | Legajo | Número de personal | Identificador
    `),
    rep_id: list(`
      ID de usuario | ID del usuario | ID del propietario | ID CRM | ID del vendedor | ID de vendedor
    `),
    slack_id: list('ID de Slack'),
    account: list('Nombre de usuario'),
    last_day: list(`
      Fecha de baja | Fecha de salida | Fecha de terminación | Fecha de fin | Fecha de finalización
      Fecha de cese | Último día | Último día de trabajo | Fecha de egreso
    `),
    status: list('Estado | Estado laboral | Estado del empleado | Situación laboral | Estatus | Situación'),
    active: list('Activo | Está activo | Habilitado'),
    inactive: list('Inactivo | Suspendido | Desactivado | Eliminado | Baja'),
    kind: list('Tipo de cuenta | Tipo de usuario'),
  },
  deals: {
    id: list(`
      ID de la oportunidad | Id. de oportunidad | Id. de la oportunidad | ID oportunidad
      ID del negocio | ID de negocio | ID de registro | ID del registro | ID del trato
      ID de trato | Número de oportunidad | Identificador | Folio | N.º de oportunidad
    `),
    name: list(`
      Nombre de la oportunidad | Nombre de oportunidad | Oportunidad | Nombre del negocio | Negocio
      Nombre del trato | Trato | Nombre | Título
    `),
    account: list(`
      Nombre de la cuenta | Nombre de cuenta | Cuenta | Empresa | Nombre de la empresa | Empresa asociada
      Compañía | Cliente | Nombre del cliente | Organización | Cliente potencial
    `),
    product: list('Producto | Nombre del producto'),
    owner_email: list(`
      Correo del propietario | Correo electrónico del propietario | Email del propietario
      Correo del vendedor
    `),
    owner: list(`
      Propietario | Propietario de oportunidad | Propietario de la oportunidad
      Propietario de la oportunidad: Nombre completo | Propietario de oportunidad: Nombre completo
      Propietario del negocio | Propietario del trato | Nombre del propietario | Vendedor | Comercial
      Ejecutivo de ventas | Responsable | Asignado a
      Ejecutivo | Ejecutivo de cuenta | Asesor | Asesor comercial
    `),
    owner_first_name: list('Nombre de pila del propietario'),
    owner_last_name: list('Apellidos del propietario | Apellido del propietario'),
    owner_id: list('ID del propietario | Id. de propietario | ID de usuario | ID del vendedor'),
    pipeline: list('Embudo | Embudo de ventas | Pipeline del negocio'),
    stage: list(`
      Etapa | Etapa del negocio | Etapa de la oportunidad | Etapa del trato | Etapa de ventas | Fase
      Fase de venta | Fase de ventas
    `),
    amount: list(`
      Importe | Monto | Cantidad | Valor | Valor del negocio | Valor del trato | Importe de la oportunidad
      Ingresos estimados
    `),
    other_amount: list(`
      Importe (convertido) | Importe en la moneda de la empresa | Valor en la moneda de la empresa
    `),
    currency: list(`
      Moneda | Divisa | Código de moneda | Divisa del importe | Importe Divisa | Divisa de la oportunidad
    `),
    opened_on: list('Fecha de creación | Creado el | Fecha de apertura | Fecha creación'),
    last_activity_on: list(`
      Última actividad | Fecha de la última actividad | Fecha de última actividad | Último contacto
      Fecha del último contacto
    `),
    close_on: list('Fecha de cierre | Fecha cierre | Cierre'),
    expected_close_on: list(`
      Fecha de cierre prevista | Fecha prevista de cierre | Fecha de cierre esperada
      Fecha esperada de cierre | Fecha de cierre estimada | Fecha estimada de cierre | Cierre previsto
    `),
    closed_on: list(`
      Fecha de cierre real | Fecha real de cierre | Cerrado el | Cerrada el | Ganado el | Perdido el
      Fecha de ganado | Fecha de perdido
    `),
    status: list('Estado | Estado de la oportunidad | Estado del negocio | Estatus | Resultado'),
    is_closed: list('Cerrado | Cerrada'),
    is_won: list('Ganado | Ganada'),
  },
};
